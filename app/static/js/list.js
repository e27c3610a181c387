// Entry point of a family's own list: loaded by pages that can add to it, and by its own.

import { ListButton } from "./list/list-button.js"
import { MyList } from "./list/my-list.js"

customElements.define("list-button", ListButton)
customElements.define("my-list", MyList)
