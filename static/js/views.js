/* Keeps the choice of both texts or one: in the address, so that a shared link has it, and for the next article. */

import { keep, recall } from "./memory.js";
import { firstView, withView } from "./view.js";

export default function enhance(fieldset) {
  const remember = (view) => {
    history.replaceState(history.state, "", withView(location.href, view));
    keep("view", view);
  };
  // A reader may have chosen before this script arrived; that choice counts.
  const chosen = fieldset.querySelector(":checked");
  const view = chosen.defaultChecked ? firstView(location.href, recall("view")) : chosen.value;
  fieldset.querySelector(`[value="${view}"]`).checked = true;
  remember(view);
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  fieldset.addEventListener("change", ({ target }) => remember(target.value));
}
