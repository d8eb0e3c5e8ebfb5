/* What a browser remembers between pages. It may forbid that; then nothing is remembered, and nothing fails. */

export function recall(name) {
  try {
    return localStorage.getItem(`duizhao.${name}`);
  } catch {
    return null;
  }
}

export function keep(name, value) {
  try {
    localStorage.setItem(`duizhao.${name}`, value);
  } catch {
    // the reader's choice lasts as long as the page
  }
}
