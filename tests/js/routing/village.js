// The village of `tests/domain/routing/village.py`, packed: a test there says when it is not the same any more.

export const VILLAGE =
  "QURQRwEBvgAAABwt0fkKCgYB+7WhBUQKUnVlIEJhc3NlClJ1ZSBIYXV0ZQpQYXNzYWdlIGRlIGzigJnDjmxlClJ1ZSBkdSBDYW5hbApSdWUgZHUgRMOpdG91cgAgARCJA4KAggSAzzmSApECogSSApECoQSiBKIEAJirqQm0AbQB5wK0AbQB6AIA5wLoAgEBAgEAAgEBAQADAwMEAgIDAQIBAAIBAwQFAQAAAAQAAQMAAAECAgUAAAAAAAAAAAAAAAAAAAAAAAAAAAUU"

const [EAST, NORTH] = [100 / 73_200, 100 / 111_195]

/** @param {number} east @param {number} north hundreds of metres from the square @returns {[number, number]} */
export const at = (east, north) => [2.36 + east * EAST, 48.88 + north * NORTH]

/** @param {string} base64 @returns {ArrayBuffer} */
export const bytesOf = (base64) => Uint8Array.from(Buffer.from(base64, "base64")).buffer
