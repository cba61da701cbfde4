/** An error as Node's modules throw them: with a code, and what else is known of it. */
export function nodeError(
  code: string,
  message: string,
  { type = Error, ...properties }: { type?: ErrorConstructor; [name: string]: unknown } = {},
): Error & { code: string } {
  return Object.assign(new type(message), { code, ...properties })
}
