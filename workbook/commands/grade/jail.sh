# Runs a Node that sees the system's programs, its sandbox and the packages, and nothing else: no home, no
# other process and no network but its own loopback. Needs `unshare -rmnpf`. Fails before it starts anything.
set -e
root=$1 modules=$2 node=$3 sandbox=$4
shift 4
mount -t tmpfs -o size=64m,mode=755 none "$root"

show() {
  if [ -d "$1" ]; then
    mkdir -p "$root$1"
  else
    mkdir -p "$root${1%/*}"
    : >"$root$1"
  fi
  mount --bind "$1" "$root$1"
}

lock() {
  show "$1"
  mount -o remount,bind,ro "$root$1"
}

for each in /bin /lib /lib32 /lib64 /libx32 /usr /nix /etc/hosts /etc/nsswitch.conf /etc/ld.so.cache /etc/localtime; do
  if [ -h "$each" ]; then
    mkdir -p "$root${each%/*}"
    cp -P "$each" "$root$each"
  elif [ -e "$each" ]; then
    lock "$each"
  fi
done
for each in null zero random urandom; do show "/dev/$each"; done
case $node in
/usr/*) ;;
*) lock "$node" ;;
esac
lock "$modules"
show "$sandbox"
mkdir -p "$root/proc" "$root/.old"
mount -t proc proc "$root/proc"
ip link set lo up
cd "$root"
pivot_root . .old
umount -l /.old
rmdir /.old
cd "$sandbox"
exec "$node" "$@"
