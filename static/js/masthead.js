/* What of the masthead needs scripts: a box in the place of the link to the search, and the switch of languages. */

import { button } from "./interface.js";

export default function enhance(header) {
  const link = header.querySelector("a:nth-child(3)");
  header.append(button());
  if (link) header.append(box(link));
}

/** Make a box of the link to the search, which goes. */
function box(link) {
  const form = Object.assign(document.createElement("form"), { action: link.href, role: "search" });
  const field = Object.assign(document.createElement("input"), { type: "search", name: "q", ariaLabel: link.textContent });
  const send = document.createElement("button");
  send.textContent = link.textContent;
  form.append(field, send);
  link.remove();
  return form;
}
