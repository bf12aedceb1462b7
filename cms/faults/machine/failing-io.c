/*
 * Loaded into a program before libc (LD_PRELOAD), makes the k-th write, flush, rename or new file below one folder fail as a failing disk would.
 * Which one is told by a small file that all processes map: see failing-io.ts for its fields. Nothing outside the folder is touched.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

struct plan {
  long kinds;     /* 1 write, 2 flush, 4 rename or link, 8 new file, 16 removal; 0: nothing fails */
  long remaining; /* that many more go well */
  long error;     /* errno; 0: whoever may die is killed instead */
  long sticky;    /* all later ones fail too */
  long fired;     /* how many were made to fail */
  long seen;      /* how many were looked at */
  char folder[PATH_MAX];
};

static volatile struct plan *plan;
static int may_die;

__attribute__((constructor)) static void begin(void) {
  const char *file = getenv("FAILING_IO");
  if (!file) return;
  int fd = open(file, O_RDWR | O_CLOEXEC);
  if (fd < 0) return;
  void *map = mmap(NULL, sizeof(struct plan), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  close(fd);
  if (map != MAP_FAILED) plan = map;
  may_die = getenv("FAILING_IO_MAY_DIE") != NULL;
}

static int below(const char *path) {
  size_t length = strlen((const char *)plan->folder);
  return strncmp(path, (const char *)plan->folder, length) == 0 && (path[length] == '/' || path[length] == 0);
}

static int fails(void) {
  if (!plan->error && !may_die) return 0;
  __sync_fetch_and_add(&plan->seen, 1);
  long left = __sync_fetch_and_sub(&plan->remaining, 1);
  if (left > 0 || (left < 0 && !plan->sticky)) return 0;
  __sync_fetch_and_add(&plan->fired, 1);
  if (!plan->error) kill(getpid(), SIGKILL);
  errno = (int)plan->error;
  return 1;
}

static int path_fails(long kind, int folder, const char *path) {
  char whole[PATH_MAX], base[PATH_MAX], link[64];
  if (!plan || !(plan->kinds & kind) || !path) return 0;
  if (path[0] != '/') {
    ssize_t length;
    if (folder == AT_FDCWD) {
      if (!getcwd(base, sizeof base)) return 0;
    } else {
      snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
      length = readlink(link, base, sizeof base - 1);
      if (length < 0) return 0;
      base[length] = 0;
    }
    if (snprintf(whole, sizeof whole, "%s/%s", base, path) >= (int)sizeof whole) return 0;
    path = whole;
  }
  return below(path) && fails();
}

static int file_fails(long kind, int fd) {
  char link[64], path[PATH_MAX];
  if (!plan || !(plan->kinds & kind)) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return below(path) && fails();
}

#define REAL(name) \
  static __typeof__(&name) real; \
  if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

ssize_t write(int fd, const void *bytes, size_t count) { REAL(write); return file_fails(1, fd) ? -1 : real(fd, bytes, count); }
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) { REAL(pwrite); return file_fails(1, fd) ? -1 : real(fd, bytes, count, at); }
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) { REAL(pwrite64); return file_fails(1, fd) ? -1 : real(fd, bytes, count, at); }
ssize_t writev(int fd, const struct iovec *parts, int count) { REAL(writev); return file_fails(1, fd) ? -1 : real(fd, parts, count); }
int fsync(int fd) { REAL(fsync); return file_fails(2, fd) ? -1 : real(fd); }
int fdatasync(int fd) { REAL(fdatasync); return file_fails(2, fd) ? -1 : real(fd); }
int rename(const char *from, const char *to) { REAL(rename); return path_fails(4, AT_FDCWD, to) ? -1 : real(from, to); }
int renameat(int a, const char *from, int b, const char *to) { REAL(renameat); return path_fails(4, b, to) ? -1 : real(a, from, b, to); }
int link(const char *from, const char *to) { REAL(link); return path_fails(4, AT_FDCWD, to) ? -1 : real(from, to); }
int linkat(int a, const char *from, int b, const char *to, int flags) { REAL(linkat); return path_fails(4, b, to) ? -1 : real(a, from, b, to, flags); }
int mkdir(const char *path, mode_t mode) { REAL(mkdir); return path_fails(8, AT_FDCWD, path) ? -1 : real(path, mode); }
int unlink(const char *path) { REAL(unlink); return path_fails(16, AT_FDCWD, path) ? -1 : real(path); }

static mode_t mode_of(int flags, va_list rest) { return flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; }
#define OPEN(name) \
  int name(const char *path, int flags, ...) { \
    va_list rest; va_start(rest, flags); mode_t mode = mode_of(flags, rest); va_end(rest); \
    REAL(name); return (flags & O_CREAT) && path_fails(8, AT_FDCWD, path) ? -1 : real(path, flags, mode); \
  }
OPEN(open)
OPEN(open64)
