/** Lets the built page open without a network: service-worker.js keeps its files. */
export function keepForOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('./service-worker.js').catch(() => {
    // private windows refuse; the page then needs the network as any other
  });
}
