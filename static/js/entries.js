/* On the page of an issue: its entries in the kinds of files that the build has not made, from the one that it has. What
   writes them is loaded when it is wanted. The kinds are called the same in either language. */

const KINDS = ["RIS", "BibTeX"];

export default function enhance(line) {
  const links = [...line.querySelectorAll("a")];
  for (const kind of KINDS.filter((name) => !links.some(({ textContent }) => textContent === name))) {
    const button = document.createElement("button");
    button.textContent = kind;
    button.addEventListener("click", () => saveAs(kind, links[0].href));
    line.append(" ", button);
  }
}

async function saveAs(kind, address) {
  const answer = fetch(address).then((file) => file.json());
  const [{ FILES }, { save }, items] = await Promise.all([import("./reference_files.js"), import("./save.js"), answer]);
  const { ending, encode } = FILES[kind];
  save(`${items[0].id.slice(0, "1954-12-24".length)}.${ending}`, encode(items, items));
}
