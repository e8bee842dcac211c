/*
 * Preloaded into a process (LD_PRELOAD), this layer writes down in order what the process does to the files of one folder:
 * what it writes, cuts, names, moves, removes and flushes. What a power cut at any point would have left can be built
 * from that afterwards. On request it refuses writes as a full disk does.
 *
 *   LAYER_ROOT      the folder, as an absolute path without links
 *   LAYER_JOURNAL   the file that the record is appended to; none is kept where it is not set
 *   LAYER_FULL      a file. While it exists and holds a number n, the n-th write and all after it find the disk full,
 *                   counted from when it got its present text. "n short" lets the n-th write half of its bytes first, as
 *                   a real disk does; whatever else follows only makes the text another one.
 *
 * A record: u32 kind, u32 length of path, u32 length of second path, u32 length of bytes, u64 inode, i64 offset or size;
 * then path, second path, bytes. Numbers as the machine writes them.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { OPENED = 1, MADE, FOLDER, WROTE, CUT, MOVED, LINKED, GONE, SYNCED, FOLDER_SYNCED, SAID, UNKNOWN };

#define DESCRIPTORS 4096

struct known { char *path; dev_t device; ino_t inode; int folder; };

static struct known table[DESCRIPTORS];
static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;
static char root[PATH_MAX];
static size_t root_length;
static const char *full;
static int journal = -1;
static long writes_since_full;

static void *next(const char *name) { return dlsym(RTLD_NEXT, name); }
#define NEXT(name) ({ static __typeof__(&name) found; if (found == NULL) found = (__typeof__(&name))next(#name); found; })

__attribute__((constructor)) static void begin(void) {
  const char *folder = getenv("LAYER_ROOT"), *record = getenv("LAYER_JOURNAL");
  full = getenv("LAYER_FULL");
  if (folder == NULL) return;
  strncpy(root, folder, sizeof root - 1);
  root_length = strlen(root);
  if (record != NULL) journal = (int)syscall(SYS_openat, AT_FDCWD, record, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int inside(const char *path) {
  return root_length > 0 && strncmp(path, root, root_length) == 0 && (path[root_length] == '/' || path[root_length] == 0);
}

/* SQLite maps this file and never flushes it: after a cut it may hold anything. */
static int is_index(const char *path) {
  size_t length = strlen(path);
  return length > 4 && strcmp(path + length - 4, "-shm") == 0;
}

static int absolute(int folder, const char *path, char out[PATH_MAX]) {
  char base[PATH_MAX] = "", link[64];
  if (path[0] == '/') return snprintf(out, PATH_MAX, "%s", path) < PATH_MAX && inside(out);
  if (folder == AT_FDCWD) {
    if (getcwd(base, sizeof base) == NULL) return 0;
  } else {
    snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    ssize_t length = readlink(link, base, sizeof base - 1);
    if (length < 0) return 0;
    base[length] = 0;
  }
  return snprintf(out, PATH_MAX, "%s/%s", base, path) < PATH_MAX && inside(out);
}

static void record(enum kind kind, const char *path, const char *second, const void *bytes, size_t length, ino_t inode, int64_t at) {
  if (journal < 0) return;
  struct { uint32_t kind, path, second, bytes; uint64_t inode; int64_t at; } head = {
    kind, (uint32_t)strlen(path), (uint32_t)strlen(second), (uint32_t)length, inode, at };
  struct iovec parts[] = { { &head, sizeof head }, { (void *)path, head.path }, { (void *)second, head.second }, { (void *)bytes, length } };
  size_t whole = sizeof head + head.path + head.second + length;
  if (syscall(SYS_writev, journal, parts, 4) != (long)whole) abort();
}

/* libuv closes files past every library call, so a number is only believed where it is still the same file. */
static struct known *known(int fd) {
  if (fd < 0 || fd >= DESCRIPTORS || table[fd].path == NULL) return NULL;
  struct stat now;
  if (fstat(fd, &now) != 0 || now.st_ino != table[fd].inode || now.st_dev != table[fd].device) return NULL;
  return &table[fd];
}

static void forget(int fd) {
  if (fd < 0 || fd >= DESCRIPTORS) return;
  free(table[fd].path);
  table[fd].path = NULL;
}

/* Whether this write finds the disk full; a short one may write half of its bytes. */
static enum { ROOM, HALF, NONE } room(void) {
  if (full == NULL) return ROOM;
  int fd = (int)syscall(SYS_openat, AT_FDCWD, full, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return ROOM;
  static char before[64];
  char text[64] = "";
  ssize_t length = syscall(SYS_read, fd, text, sizeof text - 1);
  syscall(SYS_close, fd);
  if (length <= 0) return ROOM;
  if (strcmp(text, before) != 0) writes_since_full = 0;
  strcpy(before, text);
  writes_since_full += 1;
  long from = atol(text);
  if (writes_since_full < from) return ROOM;
  return writes_since_full == from && strstr(text, "short") != NULL ? HALF : NONE;
}

static int opened(int fd, const char *path, int existed, int flags) {
  forget(fd);
  struct stat now;
  if (fd < 0 || fd >= DESCRIPTORS || fstat(fd, &now) != 0) return fd;
  table[fd] = (struct known){ strdup(path), now.st_dev, now.st_ino, S_ISDIR(now.st_mode) };
  if (S_ISDIR(now.st_mode)) return fd;
  record(existed ? OPENED : MADE, path, "", "", 0, now.st_ino, 0);
  if (existed && (flags & O_TRUNC)) record(CUT, path, "", "", 0, now.st_ino, 0);
  return fd;
}

static int open_any(int folder, const char *given, int flags, mode_t mode) {
  char path[PATH_MAX];
  if (!absolute(folder, given, path)) {
    int fd = NEXT(openat)(folder, given, flags, mode);
    forget(fd);
    return fd;
  }
  pthread_mutex_lock(&order);
  int existed = faccessat(AT_FDCWD, path, F_OK, AT_SYMLINK_NOFOLLOW) == 0, fd = -1;
  if (!existed && (flags & O_CREAT) && room() != ROOM) errno = ENOSPC;
  else fd = opened(NEXT(openat)(folder, given, flags, mode), path, existed, flags);
  int error = errno;
  pthread_mutex_unlock(&order);
  errno = error;
  return fd;
}

#define MODE(flags) ({ mode_t given = 0; if ((flags) & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); given = va_arg(rest, mode_t); va_end(rest); } given; })
int open(const char *path, int flags, ...) { return open_any(AT_FDCWD, path, flags, MODE(flags)); }
int open64(const char *path, int flags, ...) { return open_any(AT_FDCWD, path, flags | O_LARGEFILE, MODE(flags)); }
int openat(int folder, const char *path, int flags, ...) { return open_any(folder, path, flags, MODE(flags)); }
int openat64(int folder, const char *path, int flags, ...) { return open_any(folder, path, flags | O_LARGEFILE, MODE(flags)); }
int creat(const char *path, mode_t mode) { return open_any(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

/* One write of several pieces; at -1 it goes where the file stands. */
static ssize_t write_any(int fd, const struct iovec *parts, int count, int64_t at) {
  size_t length = 0;
  for (int part = 0; part < count; part++) length += parts[part].iov_len;
  if (fd == 1 && journal >= 0) {
    pthread_mutex_lock(&order);
    for (int part = 0; part < count; part++) record(SAID, "", "", parts[part].iov_base, parts[part].iov_len, 0, 0);
    pthread_mutex_unlock(&order);
  }
  struct known *file = known(fd);
  if (file == NULL || is_index(file->path)) {
    if (file != NULL && room() != ROOM) { errno = ENOSPC; return -1; }
    return at < 0 ? syscall(SYS_writev, fd, parts, count) : syscall(SYS_pwritev, fd, parts, count, at, 0);
  }
  char *bytes = malloc(length > 0 ? length : 1);
  size_t filled = 0;
  for (int part = 0; part < count; filled += parts[part++].iov_len) memcpy(bytes + filled, parts[part].iov_base, parts[part].iov_len);
  pthread_mutex_lock(&order);
  ssize_t written = -1;
  int state = room();
  if (state == NONE || (state == HALF && length < 2)) errno = ENOSPC;
  else {
    if (state == HALF) length /= 2;
    written = at < 0 ? syscall(SYS_write, fd, bytes, length) : syscall(SYS_pwrite64, fd, bytes, length, at);
    if (written > 0) record(WROTE, file->path, "", bytes, (size_t)written, file->inode, at < 0 ? lseek(fd, 0, SEEK_CUR) - written : at);
  }
  int error = errno;
  pthread_mutex_unlock(&order);
  free(bytes);
  errno = error;
  return written;
}

ssize_t write(int fd, const void *bytes, size_t length) {
  struct iovec one = { (void *)bytes, length };
  return write_any(fd, &one, 1, -1);
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) {
  struct iovec one = { (void *)bytes, length };
  return write_any(fd, &one, 1, at);
}
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) { return pwrite(fd, bytes, length, at); }
ssize_t writev(int fd, const struct iovec *parts, int count) { return write_any(fd, parts, count, -1); }
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t at) { return write_any(fd, parts, count, at); }
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t at) { return write_any(fd, parts, count, at); }

int ftruncate(int fd, off_t size) {
  struct known *file = known(fd);
  if (file == NULL || is_index(file->path)) return (int)syscall(SYS_ftruncate, fd, size);
  pthread_mutex_lock(&order);
  int done = (int)syscall(SYS_ftruncate, fd, size);
  if (done == 0) record(CUT, file->path, "", "", 0, file->inode, size);
  pthread_mutex_unlock(&order);
  return done;
}
int ftruncate64(int fd, off64_t size) { return ftruncate(fd, size); }

static int sync_any(int fd, long call) {
  struct known *file = known(fd);
  if (file == NULL) return (int)syscall(call, fd);
  pthread_mutex_lock(&order);
  /* The layer itself decides what a cut leaves: nothing has to reach the real disk. */
  record(file->folder ? FOLDER_SYNCED : SYNCED, file->path, "", "", 0, file->inode, 0);
  pthread_mutex_unlock(&order);
  return 0;
}
int fsync(int fd) { return sync_any(fd, SYS_fsync); }
int fdatasync(int fd) { return sync_any(fd, SYS_fdatasync); }

static int named(int done, enum kind kind, const char *path, const char *second) {
  if (done == 0) record(kind, path, second, "", 0, 0, 0);
  return done;
}
#define IN_ORDER(work) ({ pthread_mutex_lock(&order); int done = (work); int error = errno; pthread_mutex_unlock(&order); errno = error; done; })

static int move_any(int folder, const char *given, int other, const char *wanted, unsigned flags) {
  char from[PATH_MAX], to[PATH_MAX];
  int was = absolute(folder, given, from), is = absolute(other, wanted, to);
  if (was != is) record(UNKNOWN, given, wanted, "", 0, 0, 0);
  if (!was || !is) return (int)syscall(SYS_renameat2, folder, given, other, wanted, flags);
  return IN_ORDER(named((int)syscall(SYS_renameat2, folder, given, other, wanted, flags), MOVED, from, to));
}
int rename(const char *from, const char *to) { return move_any(AT_FDCWD, from, AT_FDCWD, to, 0); }
int renameat(int folder, const char *from, int other, const char *to) { return move_any(folder, from, other, to, 0); }
int renameat2(int folder, const char *from, int other, const char *to, unsigned flags) { return move_any(folder, from, other, to, flags); }

/* A second name for a file: sure with its folder, as any name. */
int link(const char *given, const char *wanted) {
  char from[PATH_MAX], to[PATH_MAX];
  int was = absolute(AT_FDCWD, given, from), is = absolute(AT_FDCWD, wanted, to);
  if (was != is) record(UNKNOWN, given, wanted, "", 0, 0, 0);
  if (!was || !is) return (int)syscall(SYS_linkat, AT_FDCWD, given, AT_FDCWD, wanted, 0);
  if (room() != ROOM) { errno = ENOSPC; return -1; }
  return IN_ORDER(named((int)syscall(SYS_linkat, AT_FDCWD, given, AT_FDCWD, wanted, 0), LINKED, from, to));
}

static int remove_any(int folder, const char *given, int flags) {
  char path[PATH_MAX];
  if (!absolute(folder, given, path)) return (int)syscall(SYS_unlinkat, folder, given, flags);
  return IN_ORDER(named((int)syscall(SYS_unlinkat, folder, given, flags), GONE, path, ""));
}
int unlink(const char *path) { return remove_any(AT_FDCWD, path, 0); }
int unlinkat(int folder, const char *path, int flags) { return remove_any(folder, path, flags); }
int rmdir(const char *path) { return remove_any(AT_FDCWD, path, AT_REMOVEDIR); }
int remove(const char *path) {
  int done = remove_any(AT_FDCWD, path, 0);
  return done != 0 && errno == EISDIR ? remove_any(AT_FDCWD, path, AT_REMOVEDIR) : done;
}

static int make_folder(int folder, const char *given, mode_t mode) {
  char path[PATH_MAX];
  if (!absolute(folder, given, path)) return (int)syscall(SYS_mkdirat, folder, given, mode);
  if (room() != ROOM) { errno = ENOSPC; return -1; }
  return IN_ORDER(named((int)syscall(SYS_mkdirat, folder, given, mode), FOLDER, path, ""));
}
int mkdir(const char *path, mode_t mode) { return make_folder(AT_FDCWD, path, mode); }
int mkdirat(int folder, const char *path, mode_t mode) { return make_folder(folder, path, mode); }
char *mkdtemp(char *pattern) {
  char path[PATH_MAX];
  if (absolute(AT_FDCWD, pattern, path) && room() != ROOM) { errno = ENOSPC; return NULL; }
  char *made = NEXT(mkdtemp)(pattern);
  if (made != NULL && absolute(AT_FDCWD, made, path)) IN_ORDER(named(0, FOLDER, path, ""));
  return made;
}

/* What is not followed must not pass unseen. */
void *mmap(void *where, size_t length, int protection, int flags, int fd, off_t at) {
  struct known *file = known(fd);
  if (file != NULL && (flags & MAP_SHARED) && (protection & PROT_WRITE) && !is_index(file->path)) record(UNKNOWN, file->path, "mmap", "", 0, 0, 0);
  return (void *)syscall(SYS_mmap, where, length, protection, flags, fd, at);
}
void *mmap64(void *where, size_t length, int protection, int flags, int fd, off64_t at) { return mmap(where, length, protection, flags, fd, at); }
int truncate(const char *given, off_t size) {
  char path[PATH_MAX];
  if (absolute(AT_FDCWD, given, path)) record(UNKNOWN, path, "truncate", "", 0, 0, 0);
  return (int)syscall(SYS_truncate, given, size);
}
int truncate64(const char *path, off64_t size) { return truncate(path, size); }
