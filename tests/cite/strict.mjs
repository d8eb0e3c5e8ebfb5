/* What a reader of CSL-JSON that mends nothing leaves of it: a field that it does not know, or of another type, is gone.
   Reads the list of items from standard input; writes the list that is left. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { plugins } = createRequire(new URL("../validators/", import.meta.url))("@citation-js/core");
const items = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(plugins.input.util.clean(items, false)));
