import { computed, onMounted, ref, shallowRef, watch } from 'vue'
import { decodePart, hmac, readPart, SECRET, toBase64url } from '../common/jwt.ts'
import { reportOf } from './report.ts'
import { judge, type Verdict } from './signing-workshop.ts'

const HEADER = toBase64url('{"alg":"HS256","typ":"JWT"}')
const PAYLOAD = '{"sub":"1"}'

/** A token that can be edited part by part, its verdict at every moment, and what its owner can do with it. */
export function useWorkshop() {
  const payload = ref(PAYLOAD)
  const signature = ref('')
  const secret = ref(SECRET)
  /** The signature that the last signing replaced, until the reader changes something. */
  const replaced = ref<string>()
  const verdict = shallowRef<Verdict>()

  const header = decodePart(HEADER) ?? ''
  const signed = computed(() => `${HEADER}.${toBase64url(payload.value)}`)
  const token = computed(() => `${signed.value}.${signature.value}`)
  const readable = computed(() => readPart(toBase64url(payload.value)) !== undefined)
  const secretBytes = computed(() => new TextEncoder().encode(secret.value).length)
  const report = computed(() => {
    const parts = { header, payload: payload.value, signature: signature.value }
    return verdict.value && reportOf(verdict.value, parts, replaced.value)
  })

  onMounted(restart)
  watch([token, secret], async ([token, secret], _before, onCleanup) => {
    let late = false
    onCleanup(() => {
      late = true
    })
    const judged = await judge(token, secret)
    if (!late) verdict.value = judged
  })

  async function sign() {
    const [before, text, key] = [signature.value, signed.value, secret.value]
    const after = await hmac(text, key)
    if (text !== signed.value || key !== secret.value) return
    signature.value = after
    replaced.value = before
  }

  async function restart() {
    payload.value = PAYLOAD
    secret.value = SECRET
    await sign()
    forget()
  }

  function toggleSecret() {
    secret.value = secret.value ? '' : SECRET
  }

  function forget() {
    replaced.value = undefined
  }

  return {
    payload,
    signature,
    secret,
    token,
    header,
    secretBytes,
    readable,
    report,
    sign,
    restart,
    toggleSecret,
    forget,
  }
}
