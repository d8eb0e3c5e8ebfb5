/* The interface's words, composed as `duizhao/strings.py` composes them. No DOM in here. */

/**
 * Compose the text of a key.
 * @param {Object} words one language of strings.json
 * @param {string} key
 * @param {Object<string, string|number>} fields `n` chooses one or other and gets its thousands apart, `i` an item
 */
export function compose(words, key, fields = {}) {
  return form(words[key], fields).replace(/\{(\w+)\}/g, (_, name) => shown(name, fields[name]));
}

/**
 * Compose a date.
 * @param {string} exact `1954`, `1954-12` or `1954-12-24`, as in the `datetime` of a `<time>`
 */
export function composeDate(words, key, exact) {
  const [year, month = 1, day = 1] = exact.split("-").map(Number);
  // Day 0 of JavaScript's week is Sunday, of the lists Monday.
  const weekday = (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
  return compose(words, key, {
    year: String(year),
    month: words.months[month - 1],
    day: String(day),
    weekday: words.weekdays[weekday],
    weekday_short: words["weekdays.short"][weekday],
  });
}

function form(value, fields) {
  if (Array.isArray(value)) return value[Number(fields.i)];
  if (typeof value === "string") return value;
  return Number(fields.n) === 1 && value.one !== undefined ? value.one : value.other;
}

function shown(name, value) {
  return name === "n" ? String(value).replace(/\B(?=(\d{3})+$)/g, ",") : String(value);
}
