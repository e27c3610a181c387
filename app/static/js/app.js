// Entry point of every page: defines the elements that the server's HTML may hold.
