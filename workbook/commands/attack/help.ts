/** What `npm run ataca -- --ayuda` shows. */
export const HELP = `npm run ataca            ataca tu API terminada, con tus ocho módulos
npm run ataca ampliacion ataca la de las doce lecciones
npm run ataca 3          ataca la de la lección 3: cuentan sus ataques y los anteriores
npm run ataca -- --url http://127.0.0.1:3000
                         ataca cualquier servidor de tu equipo, y de ningún otro

Después de --url puedes agregar --mapa archivo.json, que dice qué rutas tiene:

  {
    "login": "POST /login",
    "campos": { "usuario": "email", "contrasena": "password", "token": "access_token" },
    "cuenta": { "usuario": "ana@example.com", "contrasena": "clave-ana" },
    "protegida": "GET /perfil",
    "admin": "GET /admin",
    "cuentaAdmin": { "usuario": "root@example.com", "contrasena": "clave-root" },
    "salir": "POST /logout",
    "rol": "rol",
    "renovar": "POST /renovar",
    "entrarConCookie": "POST /sesion",
    "renovarConCookie": "POST /sesion/renovar",
    "claves": "GET /.well-known/jwks.json",
    "secreto": "el que firma, si lo sabes",
    "clavePrivada": "privada.pem", "clavePublica": "publica.pem",
    "sinCifrar": "http://127.0.0.1:3000"
  }

Bastan login, cuenta y protegida; lo que falte no se ataca, y se dice. Sin mapa se
prueban las rutas y las cuentas del cuaderno. --todo enseña la orden de cada ataque
que entra, aunque sean muchos. Sale con 0 solo si tu servidor los aguanta todos.`
