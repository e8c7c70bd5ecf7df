#include <stdlib.h>

#if defined(__GLIBC__)
#include <malloc.h>

static inline void malloc_map_from(int bytes) { mallopt(M_MMAP_THRESHOLD, bytes); }
static inline void malloc_give_back(void) { malloc_trim(0); }
#else
static inline void malloc_map_from(int bytes) { (void)bytes; }
static inline void malloc_give_back(void) {}
#endif
