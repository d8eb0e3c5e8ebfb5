/* The clipboard, as far as a browser lets a page have it. */

/**
 * Write a text to the clipboard in several kinds; where that cannot be, in the plain one.
 * @param {Object<string, Promise<string>>} kinds by their media types, `text/plain` among them
 * @returns {Promise<boolean>} whether it is there
 */
export async function write(kinds) {
  const { clipboard } = navigator;
  try {
    // Promises go in as they are: a browser forgets, while it waits, that a reader asked for this.
    const blobs = Object.entries(kinds).map(([type, text]) => [type, text.then((said) => new Blob([said], { type }))]);
    await clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return clipboard?.writeText(await kinds["text/plain"]).then(() => true, () => false) ?? false;
  }
}
