/* Keeps the choice of both texts or one: in the address, so that a shared link has it, and for the next article.
   Once the view is as it will be, `shown` is dispatched: what scrolls to a place of the text waits for that. */

import { passage } from "./beads.js";
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
  if (location.hash) document.getElementById(passage(location.hash))?.scrollIntoView();
  fieldset.dispatchEvent(new Event("shown", { bubbles: true }));
  fieldset.addEventListener("change", ({ target }) => remember(target.value));
}
