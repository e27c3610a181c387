// Entry point of the outbox's page.

import { OutboxPage } from "./elements/outbox-page.js"

customElements.define("outbox-page", OutboxPage)
