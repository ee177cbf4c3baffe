declare const WUXIN_APP: string | undefined

/** The app's version and build, for the device's report; empty where it was not built by Vite. */
export const appVersion: string = typeof WUXIN_APP === 'undefined' ? '' : WUXIN_APP
