import { verifyHs256 } from '../common/jwt.ts'

// Secrets of tutorials, of examples and of lists of common passwords: the first ones anybody tries.
const WEAK = `
secret secreto secretkey secret-key secret_key mysecret mysecretkey my-secret my_secret my-secret-key
my_secret_key supersecret super-secret super_secret supersecretkey super-secret-key super_secret_key
supersecreto misecreto mi-secreto mi_secreto clavesecreta clave-secreta clave_secreta miclave mi-clave
clave contraseña contrasena password passw0rd p@ssw0rd password1 password123 pass changeme change-me
change_me change-this-secret cambiame cámbiame please-change-me replace-me your-secret your_secret
your-secret-key your_secret_key your-256-bit-secret your-384-bit-secret your-512-bit-secret yoursecret
tu-secreto tu_secreto tu-clave-secreta jwt jwtsecret jwt-secret jwt_secret jwtsecretkey jwt-secret-key
jwt_secret_key JWT_SECRET SECRET_KEY SECRET token tokensecret token-secret token_secret access-token
access_token_secret refresh_token_secret accesstokensecret key privatekey private-key private_key mykey
my-key my_key appsecret app-secret app_secret auth auth-secret session sessionsecret keyboardcat dev
development test testing testsecret test-secret test_secret example ejemplo demo prueba pruebas admin
admin123 root 123 1234 12345 123456 12345678 123456789 1234567890 abc123 qwerty letmein default
hola hello shhhhh shh node express localhost none null undefined
`
  .trim()
  .split(/\s+/)

/** The secret of an HS256 token, if it is one of the usual ones or an empty one (RFC 8725 §3.5). */
export async function findWeakSecret(token: string): Promise<string | undefined> {
  for (const secret of ['', 'keyboard cat', ...WEAK]) {
    if (await verifyHs256(token, secret)) return secret
  }
  return undefined
}
