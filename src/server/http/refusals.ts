import type { FastifyReply, FastifyRequest } from 'fastify'
import { plainPage } from './plain-page.ts'

/**
 * Every word with which the server refuses a request as a whole, with its status and its sentence. What is refused
 * inside a sync (one change) has its words in `domain/base/refusals.ts`.
 */
export const refusals = {
  'broken-request': {
    status: 400,
    zh: '请求的内容不完整或格式不对，没有保存任何东西。',
    en: 'The request is incomplete or has the wrong shape; nothing was stored.',
  },
  'not-signed-in': {
    status: 401,
    zh: '请先登录。手机上写下的内容都还在，登录后会继续发送。',
    en: 'Please sign in. What is written on the phone is still there and is sent after that.',
  },
  'wrong-name-or-password': {
    status: 401,
    zh: '用户名或密码不对。忘记密码，请找活动办公室重设。',
    en: 'The user name or the password is wrong. The campaign office can set a new password.',
  },
  'outside-grants': {
    status: 403,
    zh: '这不在您现在的工作任务之内。',
    en: 'This is outside the tasks you hold now.',
  },
  'other-site': {
    status: 403,
    zh: '请求来自另一个网站，已拒绝。',
    en: 'The request came from another site and was refused.',
  },
  'not-found': { status: 404, zh: '没有这个页面。', en: 'There is no such page.' },
  'family-not-found': {
    status: 404,
    zh: '没找到这一家。对一对卡上的码，或者村和事项的号。',
    en: 'No such family was found. Check the code on the card, or the village and the number of the matter.',
  },
  'not-erased': {
    status: 409,
    zh: '没有删，什么都没动。看看日子写得对不对，再来一次。',
    en: 'Nothing was erased and nothing has changed. Check the day and try again.',
  },
  'another-person': {
    status: 409,
    zh: '这台设备上现在登录的是另一个人，没有保存任何东西。请用自己的账号登录后再发送。',
    en: 'Somebody else is signed in on this device now, and nothing was stored. Sign in as yourself, then it is sent.',
  },
  'catalogue-moved': {
    status: 409,
    zh: '这份目录刚被别人改过，没有覆盖。请看过新的一版再存；您写的都还在页面上。',
    en: 'Somebody else changed this catalogue meanwhile, and nothing was overwritten. Look at the new version and save again; what you wrote is still on the page.',
  },
  'catalogue-broken': {
    status: 422,
    zh: '目录里有几处写得不对，没有保存。每一处都列在下面。',
    en: 'Some lines of the catalogue are not right and nothing was stored. Each is named below.',
  },
  'voice-without-visit': {
    status: 409,
    zh: '录音说的那次走访还没有收到。录音还在手机上，走访收到以后再发。',
    en: 'The visit this voice note belongs to has not been received yet. The note stays on the phone and is sent after it.',
  },
  'voice-of-erased-family': {
    status: 409,
    zh: '这一家已经要求删去，录音没有收下，手机上的也会删去。',
    en: 'This family has asked to be erased: the voice note was not taken in, and goes from the phone as well.',
  },
  'device-revoked': {
    status: 410,
    zh: '这台设备已经停用，这次什么都没有收下。以前收到的都在，请在新的设备上登录。',
    en: 'This device has been revoked, and nothing was taken in now. What was received before is safe: please sign in on a new device.',
  },
  'too-large': {
    status: 413,
    zh: '一次发送的内容太大，没有保存任何东西。请分几次发送。',
    en: 'Too much was sent at once and nothing was stored. Please send it in several parts.',
  },
  'unreadable-encoding': {
    status: 415,
    zh: '无法识别发送内容的格式。',
    en: 'What was sent is in a form the server does not read.',
  },
  'wire-too-old': {
    status: 426,
    zh: '这台设备上的程序版本太旧，请联网刷新页面更新。写下的内容都还在。',
    en: 'The app on this device is too old: reload the page while online to update it. What is written stays.',
  },
  'wire-too-new': {
    status: 426,
    zh: '服务器还没有更新到这台设备的版本，请稍后再试。写下的内容都还在。',
    en: 'The server is older than the app on this device: please try again later. What is written stays.',
  },
  'visit-not-here': {
    status: 409,
    zh: '这次走访还没发到服务器上，或者已经走过了。先等手机发完，再试一次。',
    en: 'This visit has not reached the server yet, or is over. Let the phone send first, then try again.',
  },
  'too-many-tries': {
    status: 429,
    zh: '尝试次数太多，请过一会儿再试。',
    en: 'Too many tries. Please wait a while and try again.',
  },
  fault: {
    status: 500,
    zh: '服务器出错了，没有保存这次请求。已记录，请稍后再试。',
    en: 'The server met a fault and did not store this request. It is noted; please try again later.',
  },
  'disk-full': {
    status: 507,
    zh: '服务器的磁盘满了，没有保存这次请求。写下的内容都还在设备上；腾出空间后会自动继续。',
    en: 'The disk of the server is full and this request was not stored. What is written stays on the device and goes on by itself once there is space.',
  },
  'database-away': {
    status: 503,
    zh: '数据库暂时连接不上，没有保存这次请求。恢复后会自动继续，不用做什么。',
    en: 'The database cannot be reached for now and this request was not stored. It goes on by itself once the database is back.',
  },
} as const satisfies Record<string, { readonly status: number; readonly zh: string; readonly en: string }>

export type HttpRefusal = keyof typeof refusals

/** A refusal as it goes over the wire: the word for the app, the sentences for whoever reads it bare. */
export const presentRefusal = (because: HttpRefusal) => ({
  because,
  says: { 'zh-CN': refusals[because].zh, en: refusals[because].en },
})

/** Answers with a refusal: JSON below `/api`, elsewhere a plain page for people. */
export function answerRefused(reply: FastifyReply, because: HttpRefusal): FastifyReply {
  const { status, zh, en } = refusals[because]
  void reply.status(status).header('cache-control', 'no-store')
  if (status === 503 || status === 507) void reply.header('retry-after', '5')
  if (wantsPage(reply.request)) return reply.type('text/html; charset=utf-8').send(plainPage({ zh, en }))
  return reply.send(presentRefusal(because))
}

const wantsPage = (request: FastifyRequest): boolean =>
  !isApi(request.url) && (request.headers.accept ?? '').includes('text/html')

export const isApi = (url: string): boolean => /^\/api(\/|\?|$)/.test(url)
