/* Woken by the browser when a signal is back: asks the tabs that are open to sync. What waits is sealed, so that nothing
   can be sent where none is open. */
self.addEventListener('sync', event => {
  if (event.tag !== 'wuxin-outbox') return
  event.waitUntil(
    self.clients
      .matchAll({ type: 'window', includeUncontrolled: true })
      // A tab of this very origin is the only one a worker can find.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      .then(tabs => tabs.forEach(tab => tab.postMessage({ is: 'signal-back' }))),
  )
})
