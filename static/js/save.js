/* Files that a script has made. */

/** Have the browser save a text under a name, as it saves what is downloaded. */
export function save(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text]));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
