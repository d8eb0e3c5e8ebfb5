/* Opens the menu of a passage: at its number, and beside text that is selected. What the menu needs is loaded when it is
   first wanted; where it cannot be had, a number is the link that it is. */

const NUMBERS = ".rows > div > a, article > header > a";
const PAUSE = 300; // milliseconds without a change, after which a selection counts as made

let loading;
let pressed; // with its menu open, which closes

export default function start(article) {
  if (!HTMLElement.prototype.showPopover) return;
  for (const number of article.querySelectorAll(NUMBERS)) number.setAttribute("aria-haspopup", "dialog");
  article.addEventListener("pointerdown", ({ target }) => (pressed = target.closest("[aria-expanded=true]")));
  article.addEventListener("click", atNumber);
  new Selecting(article).start();
}

function menu() {
  loading ??= import("./menu.js").then((module) => module.menu());
  loading.catch(() => (loading = undefined));
  return loading;
}

/** Open the menu of a number that was clicked or pressed. The address follows, as with any link. */
function atNumber(event) {
  const number = event.target.closest(NUMBERS);
  if (!number || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (event.detail && number === pressed) return;
  Promise.all([menu(), follow(number)]).then(
    ([opened]) => opened.atNumber(number),
    () => document.querySelector(number.hash).scrollIntoView(),
  );
}

/** Go to a number's address without a jump: browsers make theirs before the next frame at the latest. */
function follow(number) {
  const { scrollX, scrollY } = window;
  location.hash = number.hash;
  return new Promise((done) => {
    requestAnimationFrame(() => {
      scrollTo(scrollX, scrollY);
      done();
    });
  });
}

/** Waits until a reader has done selecting: no finger or button is down, and nothing has changed for a while. */
class Selecting {
  constructor(article) {
    this.article = article;
    this.isPressed = false;
    this.isChanged = false;
    this.timer = 0;
  }

  start() {
    document.addEventListener("selectionchange", () => this.change(true));
    addEventListener("pointerdown", () => (this.isPressed = true));
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => this.release());
  }

  release() {
    this.isPressed = false;
    this.change(this.isChanged);
  }

  change(isChanged) {
    this.isChanged = isChanged;
    clearTimeout(this.timer);
    if (isChanged) this.timer = setTimeout(() => this.done(), PAUSE);
  }

  done() {
    // What is selected inside the menu is its own matter.
    if (this.isPressed || document.activeElement?.closest(".passage")) return;
    this.isChanged = false;
    const selection = getSelection();
    const range = selection.isCollapsed ? null : selection.getRangeAt(0);
    const opening = range?.intersectsNode(this.article)
      ? menu().then((opened) => opened.atSelection(this.article, range))
      : loading?.then((opened) => opened.leaveSelection());
    opening?.catch(() => {}); // who is offline has the browser's own menu
  }
}
