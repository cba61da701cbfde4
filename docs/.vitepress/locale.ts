import type { DefaultTheme } from 'vitepress'

// Every string of VitePress's own interface, in Spanish.

export const THEME_TEXTS = {
  outline: { label: 'En esta página', level: [2, 3] },
  docFooter: { prev: 'Anterior', next: 'Siguiente' },
  darkModeSwitchLabel: 'Apariencia',
  lightModeSwitchTitle: 'Cambiar a modo claro',
  darkModeSwitchTitle: 'Cambiar a modo oscuro',
  sidebarMenuLabel: 'Menú',
  returnToTopLabel: 'Volver arriba',
  langMenuLabel: 'Cambiar de idioma',
  skipToContentLabel: 'Saltar al contenido',
  navMenuLabel: 'Navegación principal',
  mobileMenuLabel: 'Menú del sitio',
  extraMenuLabel: 'Más opciones',
  notFound: {
    title: 'Página no encontrada',
    quote: 'La página que buscas no existe o cambió de dirección.',
    linkText: 'Volver al inicio',
  },
} satisfies DefaultTheme.Config

export const CONTAINER_LABELS = {
  tipLabel: 'Consejo',
  infoLabel: 'Nota',
  warningLabel: 'Cuidado',
  dangerLabel: 'Peligro',
  detailsLabel: 'Detalles',
}

export const SEARCH_TEXTS: DefaultTheme.LocalSearchOptions['translations'] = {
  button: { buttonText: 'Buscar', buttonAriaLabel: 'Buscar en el cuaderno' },
  modal: {
    displayDetails: 'Mostrar detalles',
    resetButtonTitle: 'Borrar la búsqueda',
    backButtonTitle: 'Cerrar la búsqueda',
    noResultsText: 'Sin resultados para',
    footer: {
      selectText: 'abrir',
      selectKeyAriaLabel: 'Intro',
      navigateText: 'moverse',
      navigateUpKeyAriaLabel: 'flecha arriba',
      navigateDownKeyAriaLabel: 'flecha abajo',
      closeText: 'cerrar',
      closeKeyAriaLabel: 'Escape',
    },
  },
}

export const COPY_CODE = { tooltipText: 'Copiar código', copiedText: 'Copiado' }
