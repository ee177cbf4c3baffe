import type { App, Context } from './context.ts'

/** Whether the server serves and its database answers; 503 with a sentence where it does not. */
export function healthRoutes(app: App, { pool }: Context): void {
  app.get('/api/health', async () => {
    await pool.query('select 1')
    return { ok: true }
  })
}
