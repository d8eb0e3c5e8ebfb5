/* Which text is shown, as the address and the browser's memory say. No DOM in here. */

export const VIEWS = ["both", "zh", "en"];

/** The view to start with: the one that the address asks for, else the one chosen last, else both. */
export function firstView(address, kept) {
  const asked = new URL(address).searchParams.get("view");
  return [asked, kept].find((view) => VIEWS.includes(view)) ?? "both";
}

/** The address that a reader would share: with the view, but for the common one. */
export function withView(address, view) {
  const shared = new URL(address);
  shared.searchParams.delete("view");
  if (view !== "both") shared.searchParams.set("view", view);
  return shared.href;
}
