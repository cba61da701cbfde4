/** Nothing was changed; the message is the sentence that says why. */
export class CannotUpdate extends Error {}
