"""La misma API que el cuaderno, con Flask y Flask-JWT-Extended. Se arranca con python3 app.py."""

import os
from datetime import timedelta
from functools import wraps

from flask import Flask, jsonify, redirect, request
from flask_jwt_extended import JWTManager, create_access_token, get_jwt, get_jwt_identity, jwt_required
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.security import check_password_hash, generate_password_hash
from werkzeug.serving import make_server

ORIGEN = "https://api.ejemplo.com"
DOCE_MESES = 365 * 24 * 60 * 60

# region contrasenas
USUARIOS = [
    {"id": 1, "email": "ana@example.com", "rol": "usuario",
     "resumen": generate_password_hash("clave-ana")},
    {"id": 2, "email": "root@example.com", "rol": "admin",
     "resumen": generate_password_hash("clave-root")},
]


def por_credenciales(email, password):
    usuario = next((u for u in USUARIOS if u["email"] == email), None)
    return usuario if usuario and check_password_hash(usuario["resumen"], password) else None
# endregion contrasenas


app = Flask(__name__)
jwt = JWTManager(app)

# region secreto
app.config["JWT_SECRET_KEY"] = os.environ["JWT_SECRETO"]
# endregion secreto

# region duracion
app.config["JWT_ACCESS_TOKEN_EXPIRES"] = timedelta(hours=1)
# endregion duracion


# region errores
@jwt.unauthorized_loader
def token_faltante(_motivo):
    return jsonify(error="Token faltante"), 401


@jwt.invalid_token_loader
def token_invalido(_motivo):
    return jsonify(error="Token inválido"), 422


@jwt.expired_token_loader
def token_expirado(_encabezado, _payload):
    return jsonify(error="Token expirado"), 401
# endregion errores


# region revocados
REVOCADOS = set()


@jwt.token_in_blocklist_loader
def esta_revocado(_encabezado, payload):
    return payload["jti"] in REVOCADOS


@jwt.revoked_token_loader
def token_revocado(_encabezado, _payload):
    return jsonify(error="Token revocado"), 401
# endregion revocados


# region rol
def exigir_rol(*permitidos):
    def decorar(vista):
        @wraps(vista)
        @jwt_required()
        def protegida():
            if get_jwt().get("rol") not in permitidos:
                return jsonify(error="Permiso insuficiente"), 403
            return vista()

        return protegida

    return decorar
# endregion rol


# region https
app.wsgi_app = ProxyFix(app.wsgi_app, x_proto=1)


@app.before_request
def exigir_https():
    if request.is_secure:
        return None
    if request.method not in ("GET", "HEAD") or "Authorization" in request.headers:
        return jsonify(error="Usa HTTPS"), 403
    return redirect(ORIGEN + request.full_path.rstrip("?"), 308)


@app.after_request
def enviar_hsts(respuesta):
    if request.is_secure:
        respuesta.headers["Strict-Transport-Security"] = f"max-age={DOCE_MESES}; includeSubDomains"
    return respuesta
# endregion https


# region login
@app.post("/login")
def login():
    datos = request.get_json()
    usuario = por_credenciales(datos["email"], datos["password"])
    if usuario is None:
        return jsonify(error="Credenciales inválidas"), 401
    # region emitir
    token = create_access_token(identity=str(usuario["id"]), additional_claims={"rol": usuario["rol"]})
    # endregion emitir
    return jsonify(access_token=token)
# endregion login


# region perfil
@app.get("/perfil")
@jwt_required()
def perfil():
    return jsonify(id=get_jwt_identity())
# endregion perfil


# region admin
@app.get("/admin")
@exigir_rol("admin")
def admin():
    return jsonify(id=get_jwt_identity(), rol=get_jwt()["rol"])
# endregion admin


# region logout
@app.post("/logout")
@jwt_required()
def logout():
    REVOCADOS.add(get_jwt()["jti"])
    return jsonify(mensaje="Sesión cerrada")
# endregion logout


if __name__ == "__main__":
    servidor = make_server("127.0.0.1", 0, app)
    print(servidor.port, flush=True)
    servidor.serve_forever()
