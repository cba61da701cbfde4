import { computed, onMounted, reactive, ref, shallowRef, watch } from 'vue'
import { hmac, SECRET } from '../widgets/common/jwt.ts'
import { judge, runsOf, type Verdict } from '../widgets/signing-workshop/signing-workshop.ts'
import { answerTo, CLAIMS, DRAWN_AT, expiryOf, HEADER, payloadOf, SIGNATURE } from './live-token.ts'

const seconds = () => Math.floor(Date.now() / 1000)

/**
 * A token that its reader can change and that a server verifies at every change. It begins as the server drew it;
 * in the browser it is issued anew, so that the hour it lasts begins with the visit.
 */
export function useLiveToken() {
  /** Whether this browser can sign: without HTTPS it does so on localhost only. */
  const alive = ref(true)
  const claims = reactive({ ...CLAIMS })
  const issuedAt = ref(DRAWN_AT)
  const signature = ref(SIGNATURE)
  /** The payload that the signature was made for. */
  const signed = ref(payloadOf(CLAIMS, DRAWN_AT))
  const verdict = shallowRef<Verdict>({ kind: 'valid' })
  const expired = ref(false)
  const payload = computed(() => payloadOf(claims, issuedAt.value))
  const exp = computed(() => expiryOf(issuedAt.value))
  const holds = computed(() => verdict.value.kind === 'valid')
  const answer = computed(() => answerTo(claims, verdict.value, expired.value))
  const runs = computed(() => runsOf(payload.value, signed.value))
  const untouched = computed(
    () =>
      payload.value === payloadOf(CLAIMS, issuedAt.value) && payload.value === signed.value && !expired.value,
  )

  onMounted(() => {
    alive.value = Boolean(globalThis.crypto?.subtle)
    if (alive.value) void restart()
  })
  watch([payload, signature], async ([payload, signature], _before, onCleanup) => {
    let late = false
    onCleanup(() => {
      late = true
    })
    const judged = await judge(`${HEADER}.${payload}.${signature}`, SECRET)
    if (late) return
    verdict.value = judged
    expired.value = seconds() >= exp.value
  })

  async function sign() {
    const text = payload.value
    const made = await hmac(`${HEADER}.${text}`, SECRET)
    if (text !== payload.value) return
    signed.value = text
    signature.value = made
  }

  /** Ana logs in again. */
  async function restart() {
    const now = seconds()
    const text = payloadOf(CLAIMS, now)
    const made = await hmac(`${HEADER}.${text}`, SECRET)
    Object.assign(claims, CLAIMS)
    issuedAt.value = now
    signed.value = text
    signature.value = made
  }

  return { alive, claims, exp, signature, holds, answer, runs, untouched, sign, restart }
}
