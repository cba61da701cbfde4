// Where the project is published: everything that a page says of it comes from one address.

/** The addresses of a repository; those that only some hosts have may be missing. */
export interface Repository {
  /** What a browser opens. */
  web: string
  /** What `git clone` takes. */
  clone: string
  /** The newest version, in one file. */
  zip?: string
  /** Where a page of `docs/` is edited, with `:path` for its name. */
  edit?: string
  /** Opens a machine with the project in the browser. */
  codespace?: string
}

const HOSTS: Record<string, string> = {
  github: 'https://github.com',
  gitlab: 'https://gitlab.com',
  bitbucket: 'https://bitbucket.org',
}

/**
 * The repository that a build is made from. GitHub says in its variables which one it runs for, also in a fork;
 * without them it is what `repository` of package.json says, in any of the forms that npm takes. Nothing, if
 * neither says it.
 */
export function repositoryOf(
  { GITHUB_SERVER_URL = HOSTS.github, GITHUB_REPOSITORY }: Record<string, string | undefined>,
  manifest: { repository?: string | { url?: string } },
): Repository | undefined {
  if (GITHUB_REPOSITORY) return onGitHub(`${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`)
  const { repository } = manifest
  const web = webAddress((typeof repository === 'string' ? repository : repository?.url) ?? '')
  if (!web) return undefined
  const { hostname, pathname } = new URL(web)
  if (hostname === 'github.com') return onGitHub(web)
  if (hostname === 'gitlab.com') return onGitLab(web, pathname.split('/').at(-1) ?? '')
  return { web, clone: `${web}.git` }
}

function onGitHub(web: string): Repository {
  return {
    web,
    clone: `${web}.git`,
    zip: `${web}/archive/refs/heads/main.zip`,
    edit: `${web}/edit/main/docs/:path`,
    codespace: `https://codespaces.new/${web.split('/').slice(-2).join('/')}?quickstart=1`,
  }
}

function onGitLab(web: string, name: string): Repository {
  return {
    web,
    clone: `${web}.git`,
    zip: `${web}/-/archive/main/${name}-main.zip`,
    edit: `${web}/-/edit/main/docs/:path`,
  }
}

/** `owner/name`, `github:owner/name`, `git+https://….git`, `git@host:owner/name.git`: as a page of the web. */
function webAddress(text: string): string | undefined {
  const short = /^(?:(github|gitlab|bitbucket):)?([\w.-]+\/[\w.-]+)$/.exec(text)
  if (short) return `${HOSTS[short[1] ?? 'github']}/${withoutGit(short[2] ?? '')}`
  const full = /^(?:git\+)?(?:https?|ssh|git):\/\/(?:[^@/]+@)?(.+)$/.exec(text) ?? /^[^@/]+@(.+)$/.exec(text)
  return full?.[1] && `https://${withoutGit(full[1].replace(/^([^/:]+):(?!\d+\/)/, '$1/'))}`
}

function withoutGit(path: string): string {
  return path.replace(/\/?(?:\.git)?\/?$/, '')
}
