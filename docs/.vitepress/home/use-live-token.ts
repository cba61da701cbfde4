import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { hmac } from '../widgets/common/jwt.ts'
import { judge, runsOf, type Verdict } from '../widgets/signing-workshop/signing-workshop.ts'
import { SECRET } from '../widgets/signing-workshop/use-workshop.ts'
import { answerTo, CLAIMS, HEADER, payloadOf, SIGNATURE } from './live-token.ts'

/** A token that its reader can change and that a server verifies at every change. It begins as the server drew it. */
export function useLiveToken() {
  const claims = reactive({ ...CLAIMS })
  const signature = ref(SIGNATURE)
  /** The payload that the signature was made for. */
  const signed = ref(payloadOf(CLAIMS))
  const verdict = shallowRef<Verdict>({ kind: 'valid' })
  const payload = computed(() => payloadOf(claims))
  const holds = computed(() => verdict.value.kind === 'valid')
  const answer = computed(() => answerTo(claims, verdict.value))
  const runs = computed(() => runsOf(payload.value, signed.value))
  const untouched = computed(() => payload.value === payloadOf(CLAIMS) && signature.value === SIGNATURE)

  watch([payload, signature], async ([payload, signature], _before, onCleanup) => {
    let late = false
    onCleanup(() => {
      late = true
    })
    const judged = await judge(`${HEADER}.${payload}.${signature}`, SECRET)
    if (!late) verdict.value = judged
  })

  async function sign() {
    const text = payload.value
    const made = await hmac(`${HEADER}.${text}`, SECRET)
    if (text !== payload.value) return
    signed.value = text
    signature.value = made
  }

  function restart() {
    Object.assign(claims, CLAIMS)
    signed.value = payloadOf(CLAIMS)
    signature.value = SIGNATURE
  }

  return { claims, payload, signature, holds, answer, runs, untouched, sign, restart }
}
