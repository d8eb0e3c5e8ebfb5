/* Which of the two texts is shown: buttons in the place of a list. The choice is kept in the address, so that a shared link
   has it, and for the next article. Once the view is as it will be, `shown` is dispatched: what scrolls to a place of the
   text waits for that. */

import { passage } from "./beads.js";
import { keep, recall } from "./memory.js";
import { VIEWS, firstView, withView } from "./view.js";

export default function enhance(list) {
  const group = Object.assign(document.createElement("div"), { role: "group", ariaLabel: list.ariaLabel });
  const buttons = [...list.options].map((option) => button(option, () => choose(option.index)));
  const choose = (index) => {
    list.selectedIndex = index;
    buttons.forEach((one, place) => one.setAttribute("aria-pressed", place === index));
    history.replaceState(history.state, "", withView(location.href, VIEWS[index]));
    keep("view", VIEWS[index]);
  };
  // A reader may have chosen before this script arrived; that choice counts.
  choose(list.selectedIndex || VIEWS.indexOf(firstView(location.href, recall("view"))));
  group.append(...buttons);
  list.after(group);
  list.hidden = true;
  if (location.hash) document.getElementById(passage(location.hash))?.scrollIntoView();
  group.dispatchEvent(new Event("shown", { bubbles: true }));
}

function button({ lang, dataset, textContent }, choose) {
  const made = Object.assign(document.createElement("button"), { textContent });
  if (lang) made.lang = lang;
  Object.assign(made.dataset, dataset);
  made.addEventListener("click", choose);
  return made;
}
