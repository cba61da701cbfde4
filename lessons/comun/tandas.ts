/**
 * Recorre una colección por tandas: cada llamada da los `tamano` elementos siguientes y, al llegar al final,
 * la próxima vuelve a empezar. Así, cada llamada tarda lo mismo por grande que sea la colección.
 */
export function porTandas<T>(coleccion: Iterable<T>, tamano = 100): () => Iterable<T> {
  let siguientes = coleccion[Symbol.iterator]()
  return function* tanda() {
    for (let vistos = 0; vistos < tamano; vistos++) {
      const { done, value } = siguientes.next()
      if (done) {
        siguientes = coleccion[Symbol.iterator]()
        return
      }
      yield value
    }
  }
}
