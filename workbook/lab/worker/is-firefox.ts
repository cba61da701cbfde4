/** Whether this is the engine of Firefox, the only one with such an error. */
export const IS_FIREFOX = 'InternalError' in globalThis
