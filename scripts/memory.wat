;; What stands in for the instructions memory.fill and memory.copy in engines that lack them (scripts/wasm.mjs puts it in).
;; binaryen's own stand-ins go byte by byte, and an engine that has not optimised them yet clears a picture of a phone's
;; screen in a tenth of a second. These take eight bytes at a time. Addresses beyond the memory trap where they are used.
(module
 (memory (export "memory") 1)
 (func $__memory_fill (export "fill") (param $to i32) (param $byte i32) (param $count i32)
  (local $word i64)
  (local.set $word
   (i64.mul (i64.extend_i32_u (i32.and (local.get $byte) (i32.const 255))) (i64.const 0x0101010101010101)))
  (block $few
   (loop $words
    (br_if $few (i32.lt_u (local.get $count) (i32.const 8)))
    (local.set $count (i32.sub (local.get $count) (i32.const 8)))
    (i64.store align=1 (i32.add (local.get $to) (local.get $count)) (local.get $word))
    (br $words)))
  (block $done
   (loop $bytes
    (br_if $done (i32.eqz (local.get $count)))
    (local.set $count (i32.sub (local.get $count) (i32.const 1)))
    (i32.store8 (i32.add (local.get $to) (local.get $count)) (local.get $byte))
    (br $bytes)))
 )
 (func $__memory_copy (export "copy") (param $to i32) (param $from i32) (param $count i32)
  (local $end i32)
  ;; Where the two overlap, what is still to be read must not be written first: down from the end, or up from the start.
  (if (i32.lt_u (local.get $from) (local.get $to))
   (then
    (block $few
     (loop $words
      (br_if $few (i32.lt_u (local.get $count) (i32.const 8)))
      (local.set $count (i32.sub (local.get $count) (i32.const 8)))
      (i64.store align=1 (i32.add (local.get $to) (local.get $count))
       (i64.load align=1 (i32.add (local.get $from) (local.get $count))))
      (br $words)))
    (block $done
     (loop $bytes
      (br_if $done (i32.eqz (local.get $count)))
      (local.set $count (i32.sub (local.get $count) (i32.const 1)))
      (i32.store8 (i32.add (local.get $to) (local.get $count))
       (i32.load8_u (i32.add (local.get $from) (local.get $count))))
      (br $bytes))))
   (else
    (local.set $end (i32.add (local.get $from) (local.get $count)))
    (block $few
     (loop $words
      (br_if $few (i32.lt_u (i32.sub (local.get $end) (local.get $from)) (i32.const 8)))
      (i64.store align=1 (local.get $to) (i64.load align=1 (local.get $from)))
      (local.set $to (i32.add (local.get $to) (i32.const 8)))
      (local.set $from (i32.add (local.get $from) (i32.const 8)))
      (br $words)))
    (block $done
     (loop $bytes
      (br_if $done (i32.eq (local.get $from) (local.get $end)))
      (i32.store8 (local.get $to) (i32.load8_u (local.get $from)))
      (local.set $to (i32.add (local.get $to) (i32.const 1)))
      (local.set $from (i32.add (local.get $from) (i32.const 1)))
      (br $bytes)))))
 )
)
