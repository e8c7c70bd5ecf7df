#include <stdlib.h>

#if defined(__GLIBC__)
#include <malloc.h>

static inline void malloc_map_from(int bytes) { mallopt(M_MMAP_THRESHOLD, bytes); }
static inline void malloc_share_arenas(int count) { mallopt(M_ARENA_MAX, count); }
static inline void malloc_give_back(void) { malloc_trim(0); }
#else
static inline void malloc_map_from(int bytes) { (void)bytes; }
static inline void malloc_share_arenas(int count) { (void)count; }
static inline void malloc_give_back(void) {}
#endif
