import { fork } from 'node:child_process'
import { join } from 'node:path'
import { endProcess } from './ground.ts'
import type { Endings } from './endings.ts'

/**
 * Runs a script of ours in a process of its own, gives it one order and waits for its one answer. What it tells on the
 * way is printed. It ends when we do.
 */
export function askOtherProcess<Order extends object, Answer>(
  script: string,
  order: Order,
  endings: Endings,
): Promise<Answer> {
  const child = fork(join(import.meta.dirname, '..', script), { serialization: 'advanced' })
  endings.add(() => endProcess(child))
  return new Promise((resolve, reject) => {
    child.on('message', message => {
      // The script's last word is its answer; both sides are written together.
      resolve(message as Answer)
      child.kill()
    })
    child.on('exit', code => reject(new Error(`${script} ended without an answer (${code})`)))
    child.send(order)
  })
}

/** The other side: takes the one order, answers, and ends with whoever asked. */
export function answerOrder<Order, Answer extends object>(act: (order: Order) => Promise<Answer>): void {
  process.on('disconnect', () => process.exit(0))
  process.once('message', order => {
    // Sent by `askOtherProcess` with the type that stands beside its call.
    void act(order as Order).then(answer => process.send?.(answer))
  })
}
