"""Long work in a child process: messages, worker and runner. No Qt."""
