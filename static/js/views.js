/* Keeps the choice of both texts or one: in the address, so that a shared link has it, and for the next article. */

import { keep, recall } from "./memory.js";
import { firstView, withView } from "./view.js";

export default function enhance(fieldset) {
  const view = firstView(location.href, recall("view"));
  fieldset.querySelector(`[value="${view}"]`).checked = true;
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  fieldset.addEventListener("change", ({ target }) => {
    history.replaceState(history.state, "", withView(location.href, target.value));
    keep("view", target.value);
  });
}
