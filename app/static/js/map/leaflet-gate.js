// Leaflet asks at load whether `div.innerHTML = "<svg/>"` works; Trusted Types refuse that assignment and the
// module would throw. While it loads, such an assignment does nothing (`leaflet.js` opens the gate again).

Object.defineProperty(HTMLDivElement.prototype, "innerHTML", { configurable: true, set() {} })
