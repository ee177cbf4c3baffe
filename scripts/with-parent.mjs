/* Loaded into the server by start.mjs: when the one who started it is gone, it is asked to stop in good order. */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
