/* A link to what was printed on this day of the year, by the reader's own clock. `data-folder`: where the months are. */

export default function enhance(link) {
  const now = new Date();
  const month = String(now.getMonth() + 1).padStart(2, "0");
  link.href = `${link.dataset.folder}${month}/index.html#d${now.getDate()}`;
}
