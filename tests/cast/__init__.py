"""The cast of all tests: one library, one edition, one server, one waiter, made once and shared."""
