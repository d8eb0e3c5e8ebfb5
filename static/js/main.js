/* Starts what a page has: each element with `data-module="name"` is handed to the default export of `name.js`.
   Everything on a page can be read and followed without scripts. This one is no module itself: from a folder on disk
   browsers load none, and would complain. */

if (location.protocol !== "file:") {
  for (const element of document.querySelectorAll("[data-module]")) {
    import(`./${element.dataset.module}.js`).then((module) => module.default(element));
  }
}
