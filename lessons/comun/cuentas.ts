import type { Usuario } from './usuarios.ts'

/** Las dos cuentas del cuaderno: Ana es una usuaria corriente; root, un administrador. */
export const CUENTAS: readonly Usuario[] = [
  {
    id: 1,
    email: 'ana@example.com',
    rol: 'usuario',
    resumen:
      '59b32918cb9a3d1bdd0a9e6973432ae8:fc3d107800ce6d3201f2d0bacfb0347ff38d9698adb88e4e388dc63cad503452',
  },
  {
    id: 2,
    email: 'root@example.com',
    rol: 'admin',
    resumen:
      '7819f6a2119b74a44ad960620a13de13:e46f388f73e513a548587c9eee27d42eb38097b9bc6f6c88b8df9b82038f14a9',
  },
]
