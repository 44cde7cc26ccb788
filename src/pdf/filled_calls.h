/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* libqpdf, which is opened where a filled report is read or a copy locked. */
#ifndef PDF_FILLED_CALLS_H
#define PDF_FILLED_CALLS_H

#include <qpdf/qpdf-c.h>

#define QPDF_CALLS(X)                                                          \
    X(cleanup)                                                                 \
    X(force_pdf_version_and_extension)                                         \
    X(get_buffer)                                                              \
    X(get_buffer_length)                                                       \
    X(get_error)                                                               \
    X(get_error_code)                                                          \
    X(get_num_pages)                                                           \
    X(get_page_n)                                                              \
    X(get_root)                                                                \
    X(get_trailer)                                                             \
    X(init)                                                                    \
    X(init_write_memory)                                                       \
    X(is_encrypted)                                                            \
    X(more_warnings)                                                           \
    X(oh_append_item)                                                          \
    X(oh_begin_dict_key_iter)                                                  \
    X(oh_dict_more_keys)                                                       \
    X(oh_dict_next_key)                                                        \
    X(oh_get_array_item)                                                       \
    X(oh_get_array_n_items)                                                    \
    X(oh_get_binary_string_value)                                              \
    X(oh_get_binary_utf8_value)                                                \
    X(oh_get_bool_value)                                                       \
    X(oh_get_dict)                                                             \
    X(oh_get_key)                                                              \
    X(oh_get_key_if_dict)                                                      \
    X(oh_get_name)                                                             \
    X(oh_get_numeric_value)                                                    \
    X(oh_get_object_id)                                                        \
    X(oh_get_stream_data)                                                      \
    X(oh_get_type_code)                                                        \
    X(oh_has_key)                                                              \
    X(oh_is_array)                                                             \
    X(oh_is_bool)                                                              \
    X(oh_is_dictionary)                                                        \
    X(oh_is_name)                                                              \
    X(oh_is_name_and_equals)                                                   \
    X(oh_is_null)                                                              \
    X(oh_is_number)                                                            \
    X(oh_is_stream)                                                            \
    X(oh_is_string)                                                            \
    X(oh_new_array)                                                            \
    X(oh_new_binary_string)                                                    \
    X(oh_new_null)                                                             \
    X(oh_replace_key)                                                          \
    X(oh_replace_stream_data)                                                  \
    X(oh_unparse)                                                              \
    X(read_memory)                                                             \
    X(set_object_stream_mode)                                                  \
    X(set_preserve_encryption)                                                 \
    X(set_r6_encryption_parameters2)                                           \
    X(set_static_ID)                                                           \
    X(set_stream_data_mode)                                                    \
    X(set_suppress_warnings)                                                   \
    X(silence_errors)                                                          \
    X(write)

/* Each by its own name without "qpdf_". */
#define POINTER(name) __typeof__(qpdf_##name) *name;
extern struct qpdf_calls {
    QPDF_CALLS(POINTER)
} qpdf;
#undef POINTER

/* Opens libqpdf, if it is not open: NULL, or the file that is missing, and then
   none of them may be called. */
const char *filled_missing(void);

#endif
